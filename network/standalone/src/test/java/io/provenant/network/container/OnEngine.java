package io.provenant.network.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test class that needs a container engine and the product's images, which are built once from the jars at hand. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EngineExtension.class)
@interface OnEngine {

    /** Whether Fabric's own images are needed as well. */
    boolean withFabric() default false;
}
