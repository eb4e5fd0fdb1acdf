"""Destroy a document: every version, its content, all that hangs below it and its audit trail (5.7)."""

from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.documenten import scopes
from zaakwerk.documenten.commands.base import DocumentCommand
from zaakwerk.documenten.commands.delen import release_later
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.rules.documenten import ON_DESTROY
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.models import AuditRegel


@dataclass(frozen=True, kw_only=True)
class DestroyDocument(DocumentCommand):
    """Removes a document for good; content that another document shares stays for that one."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN
    rules: ClassVar[Any] = ON_DESTROY

    def apply(self, journal: Journal) -> EnkelvoudigInformatieObject:
        document, pk = self.instance, self.instance.pk
        journal.destroyed(document, b"")
        release_later(document.versies.exclude(inhoud=None).values_list("inhoud_id", flat=True))
        AuditRegel.objects.filter(hoofd_uuid=document.uuid).delete()
        document.delete()
        document.pk = pk
        journal.forget_lines([self.instance.uuid])
        return document
