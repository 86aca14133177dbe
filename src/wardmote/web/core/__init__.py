"""What every page shares: the frame, the components, the security headers and errors in words."""
