"""How residents respond to a scheme, one file a response; each can be switched off."""
