package dev.docket.backend.training;

import dev.docket.dto.models.TrainingRunView;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The records of trainings.
@Repository
class StoredRuns {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredRuns(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The first record of a version stands.
    void insert(TrainingRunView run) {
        jdbc.sql("""
                        INSERT INTO training_run (model_version, job, label_set, record, finished_at)
                        VALUES (:version, :job, :labelSet, :record::jsonb, :finished)
                        ON CONFLICT (model_version) DO NOTHING
                        """)
                .param("version", run.modelVersion())
                .param("job", run.job())
                .param("labelSet", run.labelSet())
                .param("record", json.writeValueAsString(run))
                .param("finished", Timestamp.from(run.finishedAt()))
                .update();
    }

    Optional<TrainingRunView> find(String version) {
        return jdbc.sql("SELECT record FROM training_run WHERE model_version = :version")
                .param("version", version)
                .query(String.class)
                .optional()
                .map(record -> json.readValue(record, TrainingRunView.class));
    }
}
