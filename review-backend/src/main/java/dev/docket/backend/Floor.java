package dev.docket.backend;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The floor's entry point: one Spring Boot application of Modulith modules over PostgreSQL.
@SpringBootApplication
public class Floor {
    public static void main(String[] args) {
        SpringApplication.run(Floor.class, args);
    }
}
