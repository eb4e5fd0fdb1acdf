"""Kaders: for who designs zaaktypen: which frames contradict themselves or lead nowhere."""
