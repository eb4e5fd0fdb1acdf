"""The Django app that brings the design system: its templates, template tags and static files."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Design system of Zaakwerk."""

    name = "zaakwerk.design"
    label = "design"
    verbose_name = "Vormgeving"
