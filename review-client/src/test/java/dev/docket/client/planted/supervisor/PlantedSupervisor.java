package dev.docket.client.planted.supervisor;

/// A feature that is known by another.
public class PlantedSupervisor {}
