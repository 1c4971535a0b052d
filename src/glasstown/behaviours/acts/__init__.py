"""Acts of residents, one file a domain; `behaviours.catalogue` lists them."""
