"""Roles: bundles of rights for employees; a bundle may include another (design of the werkplek, 2.2)."""

from zaakwerk.zgw.actors import Scopes

READ: Scopes = frozenset({"zaken.lezen", "documenten.lezen", "besluiten.lezen", "catalogi.lezen"})
WORK: Scopes = READ | {
    "zaken.aanmaken",
    "zaken.bijwerken",
    "zaken.statussen.toevoegen",
    "documenten.aanmaken",
    "documenten.bijwerken",
    "documenten.lock",
    "besluiten.aanmaken",
    "besluiten.bijwerken",
}
# Ours alone: who may let a colleague read a zaak, or keep one out.
TOEGANG = "zaken.toegang-verlenen"
COORDINATE: Scopes = WORK | {
    "zaken.heropenen",
    "documenten.geforceerd-unlock",
    "audittrails.lezen",
    TOEGANG,
}
KEEP_RECORDS: Scopes = READ | {
    "zaken.geforceerd-bijwerken",
    "zaken.heropenen",
    "zaken.verwijderen",
    "documenten.verwijderen",
    "besluiten.verwijderen",
    "audittrails.lezen",
    TOEGANG,
}
DESIGN: Scopes = frozenset({"catalogi.lezen", "catalogi.schrijven", "catalogi.geforceerd-schrijven"})
MANAGE: Scopes = frozenset(
    {"autorisaties.lezen", "autorisaties.bijwerken", "notificaties.consumeren", "catalogi.lezen"}
)

ROLES: dict[str, tuple[str, Scopes]] = {
    "raadpleger": ("Raadpleger", READ),
    "behandelaar": ("Behandelaar", WORK),
    "coordinator": ("Coördinator", COORDINATE),
    "recordmanager": ("Recordmanager", KEEP_RECORDS),
    "zaaktypebeheerder": ("Zaaktypebeheerder", DESIGN | READ),
    "functioneel_beheerder": ("Functioneel beheerder", MANAGE | DESIGN),
    "regisseur": ("Regisseur", frozenset()),
    "brp_bevrager": ("BRP-bevrager", frozenset()),
    "auditor": ("Auditor", READ | {"audittrails.lezen"}),
}
ROLE_CHOICES = tuple((key, label) for key, (label, _) in ROLES.items())
COMPONENT_OF = {
    "zaken": "zrc",
    "documenten": "drc",
    "besluiten": "brc",
    "catalogi": "ztc",
    "autorisaties": "ac",
    "notificaties": "nrc",
}


def scopes_of(role: str, component: str) -> Scopes:
    """The scopes of a role that mean something on a component; audittrails.lezen holds on every one."""
    names = {found for found, code in COMPONENT_OF.items() if code == component}
    return frozenset(
        scope for scope in ROLES[role][1] if scope.partition(".")[0] in names or scope == "audittrails.lezen"
    )


def roles_with(needed: Scopes) -> list[str]:
    """The keys of the roles whose bundle holds at least one of the scopes."""
    return [role for role, (_, scopes) in ROLES.items() if scopes & needed]
