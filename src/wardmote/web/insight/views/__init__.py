"""One view a page: it reads the choices in the address, asks, and hands a page to its template."""
