"""Clients: who the seed lets in; known to the generator and to the load alike."""

SECRET = "een-geheim-voor-metingen-van-32-tekens"
ALL_CLIENT, LIMITED_CLIENT = "bench-alles", "bench-beperkt"
