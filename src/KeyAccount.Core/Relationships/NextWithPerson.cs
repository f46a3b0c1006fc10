using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Relationships;

/// <summary>The next step of the relationship with a person.</summary>
/// <param name="Person">The id of the person.</param>
/// <param name="Step">What to do next.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record NextWithPerson(string Person, CaseStep Step);
