package dev.docket.client.planted.review;

import dev.docket.client.planted.supervisor.PlantedSupervisor;

/// A feature that knows another.
class PlantedReview {
    private final PlantedSupervisor supervisor = new PlantedSupervisor();

    @Override
    public String toString() {
        return supervisor.toString();
    }
}
