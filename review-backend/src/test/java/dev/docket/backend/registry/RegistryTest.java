package dev.docket.backend.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.models.ModelSettings;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.models.ModelState;
import dev.docket.dto.people.Role;
import dev.docket.model.ModelFault;
import dev.docket.model.packages.ModelPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FloorTest
class RegistryTest {
    @Autowired
    private FloorClient anybody;

    @Autowired
    private Registry registry;

    @Autowired
    private ModelSettings settings;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private FloorClient ml;

    @BeforeEach
    void signIn() {
        ml = anybody.as(TestCallers.person("ml", Role.ML).token());
    }

    @AfterEach
    void sweep() {
        Packages.sweep(settings.home());
    }

    @Test
    void whatShipsIsTheFirstChampion() {
        assertThat(registry.champion().version()).isEqualTo("docket-text-1");
        var shipped = ml.get("/api/v1/models/docket-text-1").json();
        assertThat(shipped.path("state").asString()).isEqualTo("CHAMPION");
        assertThat(shipped.path("origin").asString()).isEqualTo("SHIPPED");
        assertThat(shipped.path("labels").toString()).contains("toxicity", "self_harm");
        assertThat(shipped.path("figures").size()).isPositive();
        assertThat(ml.get("/api/v1/models/docket-image-1").json().path("state").asString())
                .isEqualTo("CHAMPION");
        assertThat(registry.source("docket-text-1")).isPresent();
        assertThat(registry.folder("docket-text-1")).isEmpty();
    }

    @Test
    void theChampionOfTextsIsListedBeforeThatOfImages() {
        Packages.upload(ml, Packages.archive(Packages.version("mine")));
        assertThat(ml.get("/api/v1/models").json().path("items").findValuesAsString("version"))
                .startsWith("docket-text-1", "docket-image-1");
    }

    @Test
    void anUploadedPackageIsACandidateAndTheSameAgainIsNoSecond() {
        String version = Packages.version("mine");
        byte[] archive = Packages.archive(version);
        var taken = Packages.upload(ml, archive);
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.json().path("state").asString()).isEqualTo("CANDIDATE");
        assertThat(taken.json().path("parent").asString()).isEqualTo("docket-text-1");
        assertThat(taken.json().path("by").path("displayName").asString()).isEqualTo("ml");
        assertThat(Packages.upload(ml, archive).status()).isEqualTo(200);
        assertThat(registry.folder(version))
                .hasValueSatisfying(
                        path -> assertThat(path.resolve("model.json")).exists());
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'model.registered' AND subject_id = :id")
                        .param("id", version)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void aBrokenPackageIsRefusedWithTheReasonAndChangesNothing() {
        String version = Packages.version("broken");
        byte[] otherEncoder = Packages.archive(
                version, manifest -> manifest.withObject("encoder").put("publishedSha256", "0".repeat(64)));
        var refused = Packages.upload(ml, otherEncoder);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.slug()).isEqualTo("model-refused");
        assertThat(refused.json().path("detail").asString()).contains("Nothing was changed");
        var noArchive = Packages.upload(ml, "not an archive".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(noArchive.slug()).isEqualTo("model-refused");
        assertThat(registry.find(version)).isEmpty();
        assertThat(settings.home().resolve("models").resolve(version)).doesNotExist();
        assertThat(settings.home().resolve("models"))
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith(".arriving-"));
    }

    @Test
    void onlyThoseWhoTrainBringModelsAndModeratorsDoNotSeeThem() {
        var moderator = anybody.as(TestCallers.person("mod", Role.MODERATOR).token());
        assertThat(moderator.get("/api/v1/models").status()).isEqualTo(403);
        var admin = anybody.as(TestCallers.person("ada", Role.ADMIN).token());
        assertThat(Packages.upload(admin, Packages.archive(Packages.version("hers")))
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/api/v1/models")
                        .json()
                        .path("items")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("CHAMPION");
        assertThat(ml.get("/api/v1/models/no-such").status()).isEqualTo(404);
    }

    @Test
    void whatTheCommandImportedIsListed() throws ModelFault, IOException {
        String version = Packages.version("imported");
        Path archive = Files.write(folder.resolve("package.zip"), Packages.archive(version));
        new ModelPackages(settings.home().resolve("models")).add(archive);
        var listed = ml.get("/api/v1/models").json().path("items");
        assertThat(listed.findValuesAsString("version")).contains(version);
        assertThat(registry.byVersion(version).state()).isEqualTo(ModelState.CANDIDATE);
        assertThat(ml.get("/api/v1/models/" + version).json().path("origin").asString())
                .isEqualTo("IMPORTED");
    }

    @Test
    void anotherFloorsPackageIsFetchedFromTheDatabase() throws IOException {
        String version = Packages.version("shared");
        Packages.upload(ml, Packages.archive(version));
        Path here = settings.home().resolve("models").resolve(version);
        try (var files = Files.list(here)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(here);
        assertThat(registry.folder(version)).hasValue(here);
        assertThat(here.resolve("lexicon.bin")).exists();
    }
}
