"""Settings, addresses and the WSGI application of the site."""
