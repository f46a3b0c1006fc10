using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>A person with two contradictory judgements.</summary>
/// <param name="Person">The name of the person.</param>
/// <param name="Agreement">Which of the two judgements is higher.</param>
/// <param name="Reason">The contradiction in a sentence.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record LevelConflict(string Person, LevelAgreement Agreement, Text Reason);
