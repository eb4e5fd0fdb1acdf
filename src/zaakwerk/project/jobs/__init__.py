"""Jobs: work that a request leaves for later, kept in the database and done by every worker.

A room declares a job with `@task()` from `django_tasks` on a plain function of a module of its own, and calls
`job.enqueue(…)` inside the transaction of the change: both are committed, or neither. Arguments are JSON: ids
and words, no objects. A job runs at least once: after a crash it begins again, so it looks at what is done.
"""

from zaakwerk.project.jobs.runner import run

__all__ = ["run"]
