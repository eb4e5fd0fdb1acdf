"""Jobs: what the worker does for the worklist."""

from uuid import UUID

from django_tasks import task

from zaakwerk.werkvoorraad import opdrachten


# Somebody looks on while it is done: it goes before documents that wait to be read for search.
@task(priority=50)
def do_opdracht(uuid: str) -> None:
    """Does a job over many zaken, or what was left of it when a worker was killed."""
    opdrachten.run(UUID(uuid))
