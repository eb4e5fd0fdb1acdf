"""Migrations: what the database still waits for. (The rooms hold the migrations themselves.)"""


def open_migrations() -> list[str]:
    """Names of the migrations this version has and the database has not, as `app.name`, in order."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
