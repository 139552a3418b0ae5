package io.kubehop.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a type shows to those who compile against it: supertypes, members, annotations. */
final class SignatureCondition extends ArchCondition<JavaClass> {
  static final SignatureCondition NAME_ONLY_OUR_TYPES = new SignatureCondition();

  private SignatureCondition() {
    super("name only types of the JDK, of KubeHop and of JSpecify where they are visible outside");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (!visible(type)) {
      return;
    }
    report(type.getName(), type, named(type), events);
    Stream<? extends JavaMember> members =
        Stream.of(type.getFields(), type.getMethods(), type.getConstructors())
            .flatMap(Collection::stream);
    members
        .filter(member -> visible(member.getModifiers()))
        .forEach(member -> report(member.getFullName(), type, named(member), events));
  }

  private static void report(
      String where, JavaClass type, Stream<JavaClass> named, ConditionEvents events) {
    named
        .map(JavaClass::getBaseComponentType)
        .filter(SignatureCondition::thirdParty)
        .distinct()
        .map(stranger -> where + " names " + stranger.getName())
        .forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
  }

  private static Stream<JavaClass> named(JavaClass type) {
    Stream<JavaType> types =
        Stream.concat(
            type.getSuperclass().stream(),
            Stream.concat(type.getInterfaces().stream(), type.getTypeParameters().stream()));
    return Stream.concat(raw(types), annotations(type.getAnnotations()));
  }

  private static Stream<JavaClass> named(JavaMember member) {
    return Stream.concat(
        member.getAllInvolvedRawTypes().stream(), annotations(member.getAnnotations()));
  }

  private static Stream<JavaClass> raw(Stream<JavaType> types) {
    return types.flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  private static Stream<JavaClass> annotations(
      Collection<? extends JavaAnnotation<?>> annotations) {
    return annotations.stream().map(JavaAnnotation::getRawType);
  }

  private static boolean thirdParty(JavaClass type) {
    String name = type.getName();
    return !type.isPrimitive()
        && Stream.of("java.", "io.kubehop.", "org.jspecify.").noneMatch(name::startsWith);
  }

  private static boolean visible(JavaClass type) {
    Optional<JavaClass> enclosing = type.getEnclosingClass();
    return visible(type.getModifiers())
        && (enclosing.isEmpty() || visible(enclosing.orElseThrow()));
  }

  private static boolean visible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
