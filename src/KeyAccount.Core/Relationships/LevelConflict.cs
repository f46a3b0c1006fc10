using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>A person about whom two judgements contradict each other.</summary>
/// <param name="Person">The name of the person.</param>
/// <param name="Agreement">Which of the two says more.</param>
/// <param name="Reason">The contradiction in a sentence.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record LevelConflict(string Person, LevelAgreement Agreement, Text Reason);
