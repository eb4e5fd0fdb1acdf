"""The kernel: how a ZGW API behaves; it knows resources and rules, not what a zaak is."""
