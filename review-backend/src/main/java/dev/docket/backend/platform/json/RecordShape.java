package dev.docket.backend.platform.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a record is made of, found once per class.
record RecordShape(Constructor<?> constructor, List<Component> components, Set<String> names) {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return describe(type);
        }
    };

    /// @param required null and absence are refused
    record Component(String name, Type type, boolean required) {
        private static Component of(RecordComponent component) {
            return new Component(
                    component.getName(),
                    component.getGenericType(),
                    !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    Object build(List<@Nullable Object> values) throws InvocationTargetException {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordShape describe(Class<?> type) {
        var parts = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            var components = Arrays.stream(parts).map(Component::of).toList();
            return new RecordShape(
                    constructor,
                    components,
                    components.stream().map(Component::name).collect(Collectors.toUnmodifiableSet()));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
