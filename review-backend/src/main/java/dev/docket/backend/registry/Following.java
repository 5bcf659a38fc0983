package dev.docket.backend.registry;

import dev.docket.backend.models.Appointments;
import dev.docket.backend.models.ServingImages;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.policy.LabelSchemas;
import dev.docket.backend.registry.Model.Medium;
import dev.docket.model.ModelFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Lets serve on this floor what the registry says, within a second of any floor's saying so: the rows are read twice a
/// second, and at once by the floor that changed them. Texts and images are followed each by themselves.
@Component
public class Following implements Appointments {
    private static final Logger log = LoggerFactory.getLogger(Following.class);

    private final Follower texts;
    private final Follower images;

    Following(
            Registry registry,
            StoredModels models,
            LabelSchemas labels,
            ServingModel serving,
            ServingImages servingImages) {
        texts = new Follower(Medium.TEXT, serving, registry, models, labels);
        images = new Follower(Medium.IMAGE, servingImages, registry, models, labels);
    }

    /// Who scores texts here now.
    public Post post() {
        return texts.post();
    }

    /// Who scores a medium here now.
    public Post post(Medium medium) {
        return medium == Medium.TEXT ? texts.post() : images.post();
    }

    /// Which versions should score here and do not, with the reason.
    public Map<String, String> faults() {
        var all = new TreeMap<>(texts.faults());
        all.putAll(images.faults());
        return all;
    }

    List<Follower> media() {
        return List.of(texts, images);
    }

    @Override
    public Optional<Appointed> texts() throws ModelFault {
        return Optional.of(texts.appoint());
    }

    @Override
    public Optional<Appointed> images() throws ModelFault {
        return Optional.of(images.appoint());
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        try {
            follow();
        } catch (DataAccessException | TransactionException away) {
            log.atDebug().setCause(away).log("The registry cannot be read; what serves goes on serving");
        }
    }

    /// Lets serve what the registry says now; nothing happens where that serves already.
    public void follow() {
        texts.follow();
        images.follow();
    }
}
