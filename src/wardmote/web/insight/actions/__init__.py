"""What changes something: taking files, loading them, stopping a load, naming who answers for a source."""
