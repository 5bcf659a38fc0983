package dev.docket.client.common.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The desk's words in the person's language.
///
/// A key's first segment names its file: `shell.sign-in.title` lives in `i18n/shell.properties`, and in German in
/// `i18n/shell_de.properties`. Every text is a [MessageFormat] pattern, so an apostrophe is written twice.
public final class Messages {
    private static final String FOLDER = "dev.docket.client.i18n.";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    public Messages(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /// The text of `key`, or the key itself where there is none: a wrong word must not take the desk down.
    public String get(String key, Object... arguments) {
        try {
            return new MessageFormat(bundleOf(key).getString(key), locale).format(arguments);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    public boolean has(String key) {
        try {
            return bundleOf(key).containsKey(key);
        } catch (MissingResourceException e) {
            return false;
        }
    }

    private ResourceBundle bundleOf(String key) {
        int dot = key.indexOf('.');
        String feature = dot < 0 ? key : key.substring(0, dot);
        // Without fallback to the system's language: English is the root, and a German desk on a French system is
        // German.
        return bundles.computeIfAbsent(feature, name -> ResourceBundle.getBundle(FOLDER + name, locale, NO_FALLBACK));
    }
}
