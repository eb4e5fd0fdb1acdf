"""Sign in and out."""

from django.contrib.auth import logout
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from zaakwerk.werkplek.forms import InlogForm


class Inloggen(LoginView):
    """Sign in with a local account."""

    template_name = "werkplek/inloggen.html"
    authentication_form = InlogForm
    redirect_authenticated_user = True


@require_POST
def uitloggen(request: HttpRequest) -> HttpResponse:
    """Ends the session."""
    logout(request)
    return redirect("werkplek:inloggen")
