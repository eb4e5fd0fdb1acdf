"""Migrations: the models say nothing that the migrations do not."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_model_waits_for_a_migration() -> None:
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=1)
