"""People of the demo municipality: nobody here exists, and every number is a test number."""

from zaakwerk.demo.declarations import Gemeente, Medewerker, Organisatie, Persoon

WACHTWOORD = "welkom-in-zonnedael"

ZONNEDAEL = Gemeente(
    naam="Gemeente Zonnedael",
    # Numbers that start with zeros are not given out: nobody has this RSIN.
    rsin="000050003",
    domein="ZONNE",
    adres="Raadhuisplein 1, 9999 ZZ Zonnedael",
    telefoon="099 123 45 67",
    email="gemeente@zonnedael.example",
)

FATIMA = Medewerker(
    "fatima", "Fatima", "Amrani", "behandelaar", "Vergunningverlener", "Vergunningen", voorvoegsel="el"
)
JORIS = Medewerker("joris", "Joris", "Bakker", "behandelaar", "Wijkbeheerder", "Openbare ruimte")
NOOR = Medewerker(
    "noor", "Noor", "Haddad", "behandelaar", "Medewerker subsidies en parkeren", "Dienstverlening"
)
IRIS = Medewerker("iris", "Iris", "Molenaar", "behandelaar", "Jurist", "Juridische zaken")
BRAM = Medewerker("bram", "Bram", "Kuiper", "behandelaar", "Consulent hulp thuis", "Sociaal domein")
LOTTE = Medewerker("lotte", "Lotte", "Visser", "coordinator", "Teamleider", "Vergunningen")
RAVI = Medewerker("ravi", "Ravi", "Jhinkoe", "beheerder", "Functioneel beheerder", "Informatiebeheer")
HENDRIK = Medewerker("hendrik", "Hendrik", "Postma", "recordmanager", "Archivaris", "Informatiebeheer")
MEDEWERKERS = (FATIMA, JORIS, NOOR, IRIS, BRAM, LOTTE, RAVI, HENDRIK)
COLLEGAS = {medewerker.gebruikersnaam: medewerker for medewerker in MEDEWERKERS}

SANNE = Persoon(
    "999993653",
    "S.",
    "Wit",
    "v",
    "Lindelaan",
    12,
    "9999ZA",
    voorvoegsel="de",
    omschrijving="Inwoner met een grote tuin, een straatfeest en een volle straat",
)
WILLEM = Persoon(
    "999990019",
    "W.",
    "Terpstra",
    "m",
    "Kerkstraat",
    4,
    "9999ZB",
    omschrijving="Inwoner die alles meldt wat scheef hangt",
)
MERYEM = Persoon("999991000", "M.", "Aydin", "v", "Molenweg", 31, "9999ZC")
JOOP = Persoon("999992910", "J.", "Velde", "m", "Havenkade", 7, "9999ZD", voorvoegsel="van der")
CHANTAL = Persoon("999995017", "C.", "Rozendaal", "v", "Beukenhof", 19, "9999ZE")
ANNEKE = Persoon("999994335", "A.", "Brouwer", "v", "Vijverlaan", 3, "9999ZL")
GERARD = Persoon("999995674", "G.", "Hendriks", "m", "Dorpsstraat", 21, "9999ZJ")
INWONERS = (SANNE, WILLEM, MERYEM, JOOP, CHANTAL, ANNEKE, GERARD)

KRAKELING = Organisatie(
    "Bakkerij De Gouden Krakeling B.V.",
    rsin="000050015",
    rechtsvorm="besloten_vennootschap",
    straat="Marktplein",
    huisnummer=3,
    postcode="9999ZG",
    kvk="90001354",
    vestiging="990000000015",
    omschrijving="Bakker die elk jaar het Krakelingenfeest organiseert",
)
EGELANTIER = Organisatie(
    "Buurtvereniging De Egelantier", "000050027", "vereniging", "Egelantierstraat", 1, "9999ZH"
)
HARMONIE = Organisatie("Harmonie Ons Genoegen", "000050039", "vereniging", "Dorpsstraat", 88, "9999ZJ")
SCHOOL = Organisatie("Basisschool De Vuurtoren", "000050052", "stichting", "Schoolstraat", 52, "9999ZF")
BRANDWEER = Organisatie(
    "Brandweer Zonneland", "000050040", "publiekrechtelijke_rechtspersoon", "Kazernelaan", 112, "9999ZK"
)
ORGANISATIES = (KRAKELING, EGELANTIER, HARMONIE, SCHOOL, BRANDWEER)
