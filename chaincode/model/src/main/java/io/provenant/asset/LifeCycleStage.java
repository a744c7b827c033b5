package io.provenant.asset;

/** The stage of the life cycle in which a version was made (domain 1.9). */
public enum LifeCycleStage {
    PRODUCE,
    COLLECT,
    STORE,
    MANAGE,
    USE,
    PROCESS,
    TRANSMIT,
    PROVIDE,
    PUBLISH,
    DELETE
}
