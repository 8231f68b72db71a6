"""csplan: keep, check, chase and publish a Community Safety Partnership's plan."""

__version__ = "0.1.0"
