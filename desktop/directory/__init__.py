"""The provision directory (sociale kaart) and the product catalogue (productenboek), to read and to choose from."""
