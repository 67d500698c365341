"""The one named world: Lillerup, and Storerup beside it, which sees nothing of it."""
