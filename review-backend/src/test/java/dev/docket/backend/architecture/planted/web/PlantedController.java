package dev.docket.backend.architecture.planted.web;

import dev.docket.backend.architecture.planted.PlantedRepository;
import java.time.Instant;
import java.util.Date;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;

/// Breaks every rule of the house, so that each rule is seen to catch it. No bean: the floor's scan passes it by.
public class PlantedController {
    @Autowired
    private PlantedRepository repository;

    private JdbcClient jdbc;

    @Async
    public Instant breakRules() throws InterruptedException {
        Thread.sleep(1);
        System.out.println(new Date() + repository.toString() + jdbc);
        return Instant.now();
    }
}
