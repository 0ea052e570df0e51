package org.kindtrail.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody who works here, with a name to sign in by. Nobody is removed: who wrote what stays readable. */
@Entity
public class Person {
    @Id
    @GeneratedValue(generator = "person_seq")
    @SequenceGenerator(name = "person_seq", sequenceName = "person_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String name;
    private String displayName;
    private String passwordHash;
    private String roles;
    private boolean active = true;
    private Instant createdAt;
    private Long recipientId;
    private String linkHash;
    private Instant linkEndsAt;
    private String language;

    @Version
    private int version;

    protected Person() {}

    public Person(
            Long organisationId,
            String name,
            String displayName,
            String passwordHash,
            Set<Role> roles,
            Instant createdAt) {
        this.organisationId = organisationId;
        this.name = name;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
        entrust(roles);
    }

    /** Somebody of a recipient, who comes in to see that one alone. */
    public static Person partner(
            Long organisationId,
            String name,
            String displayName,
            String passwordHash,
            Long recipientId,
            Instant createdAt) {
        Person person = new Person(organisationId, name, displayName, passwordHash, Set.of(Role.PARTNER), createdAt);
        person.recipientId = recipientId;
        return person;
    }

    /** Comes in by a link until then, and by no password. */
    void comesByLink(String hash, Instant until) {
        linkHash = hash;
        linkEndsAt = until;
    }

    public void entrust(Set<Role> newRoles) {
        roles = names(newRoles);
    }

    public void rename(String newDisplayName) {
        displayName = newDisplayName;
    }

    public void changePassword(String newHash) {
        passwordHash = newHash;
    }

    /** From now on the person may no longer come in; their sessions and tokens find them inactive at once. */
    public void deactivate() {
        active = false;
    }

    public void reactivate() {
        active = true;
    }

    public Long getId() {
        return id;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public String getName() {
        return name;
    }

    public String getDisplayName() {
        return displayName;
    }

    String getPasswordHash() {
        return passwordHash;
    }

    /** The roles as given, without those that they include. */
    public Set<Role> getRoles() {
        return rolesIn(roles);
    }

    /** Roles as a column keeps them. */
    static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    static Set<Role> rolesIn(String names) {
        Set<Role> set = EnumSet.noneOf(Role.class);
        Arrays.stream(names.split(",")).filter(each -> !each.isEmpty()).map(Role::valueOf).forEach(set::add);
        return set;
    }

    public boolean isActive() {
        return active;
    }

    /** The id of the recipient whose own person it is; null for everybody who works here. */
    public Long getRecipientId() {
        return recipientId;
    }

    /** Until when the link lets them in; null for who comes in by a password. */
    Instant getLinkEndsAt() {
        return linkEndsAt;
    }

    /** The language that they chose, a tag of BCP 47; null while they have chosen none. */
    public String getLanguage() {
        return language;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public int getVersion() {
        return version;
    }
}
