"""The council's own single sign-on, checked more strictly than the library does by itself."""
