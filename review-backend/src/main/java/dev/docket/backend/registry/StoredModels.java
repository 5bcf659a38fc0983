package dev.docket.backend.registry;

import dev.docket.backend.registry.Model.Medium;
import dev.docket.dto.models.GateView;
import dev.docket.dto.models.GatesView;
import dev.docket.dto.models.ModelOrigin;
import dev.docket.dto.models.ModelState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Models in their table.
@Repository
class StoredModels {
    private static final long LIFE_LOCK = 0x446f636b65744d6fL;

    private static final TypeReference<List<GateView>> GATES = new TypeReference<>() {};

    private static final String COLUMNS = """
            version, name, kind, medium, manifest, origin, label_set, job_id, state, state_since, shadow_since,
            canary_share, canary_salt, predecessor, reason, created_by, created_at
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredModels(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Lets one floor at a time change the life of models; holds until the transaction ends.
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LIFE_LOCK)
                .query((row, number) -> true)
                .single();
    }

    /// @param files its package's, by name; empty where they are too large to be shared
    void insert(Newcomer newcomer, Map<String, byte[]> files) {
        jdbc.sql("""
                        INSERT INTO model (version, name, kind, medium, manifest, manifest_sha256, origin, label_set,
                                           job_id, state, state_since, created_by, created_at)
                        VALUES (:version, :name, :kind, :medium, :manifest::jsonb, :sha256, :origin, :labelSet, :job,
                                :state, :now, :by, :now)
                        """)
                .param("version", newcomer.version())
                .param("name", newcomer.name())
                .param("kind", newcomer.kind())
                .param("medium", newcomer.medium().name())
                .param("manifest", newcomer.manifest())
                .param("sha256", newcomer.sha256())
                .param("origin", newcomer.provenance().origin().name())
                .param("labelSet", newcomer.provenance().labelSet())
                .param("job", newcomer.provenance().job(), Types.OTHER)
                .param("state", newcomer.state().name())
                .param("by", newcomer.by(), Types.OTHER)
                .param("now", Timestamp.from(newcomer.at()))
                .update();
        files.forEach((name, content) -> jdbc.sql("INSERT INTO model_file VALUES (:version, :name, :content)")
                .param("version", newcomer.version())
                .param("name", name)
                .param("content", content)
                .update());
    }

    Optional<Model> find(String version) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM model WHERE version = :version")
                .param("version", version)
                .query((row, number) -> read(row))
                .optional();
    }

    Optional<Model> champion(Medium medium) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM model WHERE medium = :medium AND state = 'CHAMPION'")
                .param("medium", medium.name())
                .query((row, number) -> read(row))
                .optional();
    }

    /// The champions first, that of texts before that of images; then the newest.
    List<Model> all() {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM model ORDER BY array_position(ARRAY['CHAMPION', 'CANARY', 'SHADOW', 'CANDIDATE', 'RETIRED'], state),
                                             array_position(ARRAY['TEXT', 'IMAGE'], medium), created_at DESC, version
                        """)
                .query((row, number) -> read(row))
                .list();
    }

    boolean isKnown(String version) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM model WHERE version = :version)")
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /// The SHA-256 of the manifest, which names those of all other files.
    Optional<byte[]> digest(String version) {
        return jdbc.sql("SELECT manifest_sha256 FROM model WHERE version = :version")
                .param("version", version)
                .query(byte[].class)
                .optional();
    }

    Map<String, byte[]> files(String version) {
        var files = new LinkedHashMap<String, byte[]>();
        jdbc.sql("SELECT name, content FROM model_file WHERE version = :version")
                .param("version", version)
                .query((row, number) -> files.put(row.getString("name"), row.getBytes("content")))
                .list();
        return files;
    }

    /// What is to serve, and what beside it: few rows, and asked for every second.
    List<Row> posts(Medium medium) {
        return jdbc.sql("""
                        SELECT version, state, canary_share, canary_salt FROM model
                         WHERE medium = :medium AND state IN ('CHAMPION', 'CANARY', 'SHADOW')
                         ORDER BY state_since, version
                        """)
                .param("medium", medium.name())
                .query((row, number) -> new Row(
                        row.getString("version"),
                        ModelState.valueOf(row.getString("state")),
                        row.getDouble("canary_share"),
                        row.getObject("canary_salt", UUID.class)))
                .list();
    }

    /// One model at its work.
    ///
    /// @param share 0 unless it is the canary
    record Row(String version, ModelState state, double share, UUID salt) {}

    void shadow(String version, Instant now) {
        jdbc.sql("""
                        UPDATE model SET state = 'SHADOW', state_since = :now, shadow_since = :now, reason = NULL,
                                         canary_share = NULL, canary_salt = gen_random_uuid()
                         WHERE version = :version
                        """)
                .param("version", version)
                .param("now", Timestamp.from(now))
                .update();
    }

    void canary(String version, double share, Instant now) {
        jdbc.sql(
                        "UPDATE model SET state = 'CANARY', state_since = :now, canary_share = :share WHERE version = :version")
                .param("version", version)
                .param("share", share)
                .param("now", Timestamp.from(now))
                .update();
    }

    void retire(String version, @Nullable String reason, Instant now) {
        jdbc.sql("""
                        UPDATE model SET state = 'RETIRED', state_since = :now, canary_share = NULL, reason = :reason
                         WHERE version = :version
                        """)
                .param("version", version)
                .param("reason", reason, Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// @param predecessor to which a rollback returns
    void crown(String version, @Nullable String predecessor, Instant now) {
        jdbc.sql("""
                        UPDATE model SET state = 'CHAMPION', state_since = :now, canary_share = NULL, reason = NULL,
                                         predecessor = :predecessor
                         WHERE version = :version
                        """)
                .param("version", version)
                .param("predecessor", predecessor, Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Gives a former champion its place back; whom it had followed itself stays known.
    void crownAgain(String version, Instant now) {
        jdbc.sql("""
                        UPDATE model SET state = 'CHAMPION', state_since = :now, canary_share = NULL, reason = NULL
                         WHERE version = :version
                        """)
                .param("version", version)
                .param("now", Timestamp.from(now))
                .update();
    }

    void keepGates(GatesView gates) {
        jdbc.sql("""
                        INSERT INTO model_gates (version, champion, measured_at, passed, gates)
                        VALUES (:version, :champion, :at, :passed, :gates::jsonb)
                        ON CONFLICT (version) DO UPDATE
                        SET champion = excluded.champion, measured_at = excluded.measured_at, passed = excluded.passed,
                            gates = excluded.gates
                        """)
                .param("version", gates.version())
                .param("champion", gates.champion())
                .param("at", Timestamp.from(gates.measuredAt()))
                .param("passed", gates.passed())
                .param("gates", json.writeValueAsString(gates.gates()))
                .update();
    }

    void forgetGates(String version) {
        jdbc.sql("DELETE FROM model_gates WHERE version = :version")
                .param("version", version)
                .update();
    }

    /// As last measured, by version.
    Map<String, GatesView> gates(Collection<String> versions) {
        var gates = new HashMap<String, GatesView>();
        jdbc.sql("SELECT version, champion, measured_at, passed, gates FROM model_gates WHERE version = ANY(:versions)")
                .param("versions", versions.toArray(String[]::new))
                .query((row, number) -> gates.put(
                        row.getString("version"),
                        new GatesView(
                                row.getString("version"),
                                row.getString("champion"),
                                row.getTimestamp("measured_at").toInstant(),
                                row.getBoolean("passed"),
                                json.readValue(row.getString("gates"), GATES))))
                .list();
        return gates;
    }

    private Model read(ResultSet row) throws SQLException {
        var manifest = json.readTree(row.getString("manifest"));
        double share = row.getDouble("canary_share");
        @Nullable Double canaryShare = row.wasNull() ? null : share;
        var provenance = new Provenance(
                ModelOrigin.valueOf(row.getString("origin")),
                row.getString("label_set"),
                row.getObject("job_id", UUID.class));
        return new Model(
                row.getString("version"),
                row.getString("name"),
                row.getString("kind"),
                Medium.valueOf(row.getString("medium")),
                labels(manifest),
                figures(manifest),
                manifest.path("parent").asString(null),
                manifest.path("licence").asString(""),
                provenance,
                ModelState.valueOf(row.getString("state")),
                row.getTimestamp("state_since").toInstant(),
                instant(row.getTimestamp("shadow_since")),
                canaryShare,
                row.getObject("canary_salt", UUID.class),
                row.getString("predecessor"),
                row.getString("reason"),
                row.getObject("created_by", UUID.class),
                row.getTimestamp("created_at").toInstant());
    }

    private static List<String> labels(JsonNode manifest) {
        var labels = new ArrayList<String>();
        manifest.path("labels").forEach(label -> labels.add(label.asString("")));
        return labels;
    }

    /// Numbers alone: whoever brings a package may write there what they like.
    private static Map<String, Map<String, Double>> figures(JsonNode manifest) {
        var figures = new LinkedHashMap<String, Map<String, Double>>();
        for (var label : manifest.path("figures").properties()) {
            var values = new LinkedHashMap<String, Double>();
            label.getValue().properties().stream()
                    .filter(figure -> figure.getValue().isNumber())
                    .forEach(figure ->
                            values.put(figure.getKey(), figure.getValue().asDouble()));
            figures.put(label.getKey(), values);
        }
        return figures;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /// A model that is to be registered.
    record Newcomer(
            String version,
            String name,
            String kind,
            Medium medium,
            List<String> labels,
            String manifest,
            byte[] sha256,
            Provenance provenance,
            ModelState state,
            @Nullable UUID by,
            Instant at) {
        Newcomer in(ModelState begins) {
            return new Newcomer(version, name, kind, medium, labels, manifest, sha256, provenance, begins, by, at);
        }
    }
}
