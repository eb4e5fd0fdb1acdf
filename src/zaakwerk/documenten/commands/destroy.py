"""Destroy a document: every version, its content and its audit trail (5.7)."""

from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from django.db import transaction

from zaakwerk.documenten import rules, scopes
from zaakwerk.documenten.commands.base import DocumentCommand
from zaakwerk.documenten.content import store
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.tekst import index
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.models import AuditRegel


@dataclass(frozen=True, kw_only=True)
class DestroyDocument(DocumentCommand):
    """Removes a document for good; content that another document shares stays for that one."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN
    rules: ClassVar[Any] = rules.ON_DESTROY

    def apply(self, journal: Journal) -> EnkelvoudigInformatieObject:
        document, pk = self.instance, self.instance.pk
        journal.destroyed(document, b"")
        hashes = set(document.versies.exclude(inhoud=None).values_list("inhoud_id", flat=True))
        AuditRegel.objects.filter(hoofd_uuid=document.uuid).delete()
        index.forget(pk)
        document.delete()
        document.pk = pk
        journal.forget_lines([self.instance.uuid])
        # After the commit: until then the document exists, and must be whole.
        transaction.on_commit(partial(store.release, hashes), robust=True)
        return document
