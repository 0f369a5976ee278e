"""Every rule, one module a level. A constant names each; the registry finds them by code."""
