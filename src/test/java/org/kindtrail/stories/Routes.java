package org.kindtrail.stories;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.ext.web.Router;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** Every route of the running service, as its router has them: no list that somebody would have to keep. */
final class Routes {
    /**
     * A route.
     *
     * @param open to whom it says that it is open; null for everybody, signed in or not
     */
    record Route(String method, String path, OpenTo open) {
        boolean forPrograms() {
            return path.startsWith("/api/");
        }

        boolean reads() {
            return method.equals("GET");
        }

        boolean isOpenTo(Role role) {
            Set<Role> has = role.included();
            if (open != null && open.value().length == 0) {
                return role != Role.PARTNER || open.partners();
            }
            return open == null || Arrays.stream(open.value()).anyMatch(has::contains);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Routes() {}

    /** What the house's own doors answer at. */
    static List<Route> ofTheHouse() {
        List<Route> routes = new ArrayList<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        // The tests have a door of their own that fails on purpose.
                        boolean ofTheTests = resource.getResourceClass().getPackageName().equals("org.kindtrail.testing");
                        if (method != null && !ofTheTests) {
                            routes.add(new Route(method, plain(path), door(resource)));
                        }
                    }
                });
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        return routes;
    }

    private static OpenTo door(RuntimeResource resource) {
        Method method = resource.getLazyMethod().getMethod();
        return method.getAnnotation(OpenTo.class);
    }

    private static String plain(String path) {
        return ("/" + path).replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
    }

    /** What answers beside the house's doors: the framework's own. */
    static Set<String> ofTheFramework(Router router) {
        Set<String> paths = new TreeSet<>();
        router.getRoutes().forEach(route -> {
            if (route.getPath() != null && !route.getPath().equals("/")) {
                paths.add(route.getPath());
            }
        });
        return paths;
    }
}
