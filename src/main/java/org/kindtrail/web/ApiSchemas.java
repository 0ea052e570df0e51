package org.kindtrail.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/**
 * Says of the fields of what is sent and answered what the library does not see: the house's own constraints, which fields
 * must be there, and which may be null. An answer has all its fields, always.
 */
final class ApiSchemas {
    private static final DotName SCHEMA = DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName TEXT = DotName.createSimple("org.kindtrail.kernel.Text");
    private static final DotName NAME = DotName.createSimple("org.kindtrail.account.SignInName");
    private static final DotName PASSWORD = DotName.createSimple("org.kindtrail.account.Password");
    private static final DotName COUNTRY = DotName.createSimple("org.kindtrail.account.Whereabouts$Country");
    private static final DotName ZONE = DotName.createSimple("org.kindtrail.account.Whereabouts$Zone");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName NOT_NULL = DotName.createSimple("jakarta.validation.constraints.NotNull");
    private static final DotName NOT_EMPTY = DotName.createSimple("jakarta.validation.constraints.NotEmpty");

    private final Map<String, List<ClassInfo>> records = new HashMap<>();

    ApiSchemas(IndexView index) {
        for (ClassInfo each : index.getKnownClasses()) {
            if (each.isRecord() && each.name().toString().startsWith("org.kindtrail.")) {
                AnnotationInstance schema = each.declaredAnnotation(SCHEMA);
                AnnotationValue name = schema == null ? null : schema.value("name");
                records.computeIfAbsent(name == null ? each.simpleName() : name.asString(), none -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    void tellIn(OpenAPI api) {
        Map<String, Schema> all = api.getComponents().getSchemas();
        Set<String> sent = new LinkedHashSet<>();
        api.getPaths().getPathItems().values().forEach(path -> path.getOperations().values().forEach(operation -> {
            if (operation.getRequestBody() != null) {
                MediaType json = ApiDescription.json(operation.getRequestBody().getContent());
                reach(json == null ? null : json.getSchema(), all, sent);
                // Without a body there is nothing to do.
                operation.getRequestBody().setRequired(true);
            }
        }));
        all.forEach((name, schema) -> {
            ClassInfo type = recordOf(name, schema);
            if (type != null) {
                describe(schema, type, sent.contains(name));
            }
        });
        api.getPaths().getPathItems().values().forEach(
                path -> path.getOperations().values().forEach(operation -> choices(operation, all)));
    }

    private static void reach(Schema schema, Map<String, Schema> all, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && found.add(name(schema))) {
            reach(all.get(name(schema)), all, found);
        }
        reach(schema.getItems(), all, found);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(each -> reach(each, all, found));
        }
    }

    private static String name(Schema reference) {
        return reference.getRef().substring(reference.getRef().lastIndexOf('/') + 1);
    }

    private ClassInfo recordOf(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return null;
        }
        return records.getOrDefault(name, List.of()).stream()
                .filter(type -> schema.getProperties().keySet().stream().allMatch(each -> type.field(each) != null))
                .findFirst()
                .orElse(null);
    }

    private static void describe(Schema schema, ClassInfo type, boolean isSent) {
        List<String> required = new ArrayList<>();
        Map<String, Schema> told = new LinkedHashMap<>();
        schema.getProperties().forEach((name, property) -> {
            FieldInfo field = type.field(name);
            boolean needed = isSent ? isNeeded(field) : !mayBeNull(name, field);
            if (needed || !isSent && !mayBeAbsent(type, field)) {
                required.add(name);
            }
            constrain(property, field);
            told.put(name, needed ? property : orNull(property));
        });
        schema.setProperties(told);
        schema.setRequired(required.isEmpty() ? null : required);
        if (isSent) {
            schema.setAdditionalPropertiesBoolean(false);
        }
    }

    private static boolean isNeeded(FieldInfo field) {
        AnnotationInstance text = field.declaredAnnotation(TEXT);
        return field.type().kind() == Type.Kind.PRIMITIVE
                || text != null && (text.value("required") == null || text.value("required").asBoolean())
                || List.of(NOT_NULL, NOT_EMPTY, NAME, PASSWORD, COUNTRY, ZONE).stream().anyMatch(field::hasDeclaredAnnotation);
    }

    private static boolean mayBeAbsent(ClassInfo type, FieldInfo field) {
        return type.hasDeclaredAnnotation(INCLUDE) || field.hasDeclaredAnnotation(INCLUDE);
    }

    /** What a list's page ends with, and what its record says. */
    private static boolean mayBeNull(String name, FieldInfo field) {
        AnnotationInstance schema = field.declaredAnnotation(SCHEMA);
        AnnotationValue nullable = schema == null ? null : schema.value("nullable");
        return nullable != null ? nullable.asBoolean() : name.equals("next");
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() == null) {
            List<SchemaType> types = property.getType();
            if (types != null && !types.contains(SchemaType.NULL)) {
                property.addType(SchemaType.NULL);
            }
            if (property.getEnumeration() != null && !property.getEnumeration().contains(null)) {
                property.addEnumeration(null);
            }
            return property;
        }
        String description = property.getDescription();
        List<Object> examples = property.getExamples();
        return OASFactory.createSchema()
                .description(description)
                .examples(examples)
                .addAnyOf(OASFactory.createSchema().ref(property.getRef()))
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    private static void constrain(Schema property, FieldInfo field) {
        AnnotationInstance text = field.declaredAnnotation(TEXT);
        if (text != null) {
            property.setMaxLength(text.value("max").asInt());
            if (isNeeded(field)) {
                property.setMinLength(1);
                property.setPattern("\\S");
            }
        }
        if (field.hasDeclaredAnnotation(NAME)) {
            property.minLength(2).maxLength(60).pattern(ApiParameters.NAME);
        }
        if (field.hasDeclaredAnnotation(PASSWORD)) {
            property.minLength(12).maxLength(200);
        }
        if (field.hasDeclaredAnnotation(COUNTRY) || field.name().equals("country")) {
            property.setPattern("^[A-Z]{2}$");
        }
        if (field.type().name().toString().equals("long") && property.getMinimum() == null) {
            property.setMinimum(BigDecimal.ZERO);
        }
    }

    /** A parameter of a list that is called as a choice in its rows takes the same words. */
    private static void choices(Operation operation, Map<String, Schema> all) {
        MediaType answer = operation.getResponses().getAPIResponse("200") == null
                ? null
                : ApiDescription.json(operation.getResponses().getAPIResponse("200").getContent());
        if (answer == null || answer.getSchema().getRef() == null || operation.getParameters() == null) {
            return;
        }
        Schema rows = all.get(name(answer.getSchema())).getProperties().get("rows");
        if (rows == null || rows.getItems().getRef() == null) {
            return;
        }
        Map<String, Schema> row = all.get(name(rows.getItems())).getProperties();
        operation.getParameters().forEach(parameter -> {
            Schema same = row.get(parameter.getName());
            if (same != null && same.getRef() != null && all.get(name(same)).getEnumeration() != null) {
                parameter.setSchema(OASFactory.createSchema().ref(same.getRef()));
            }
        });
    }
}
