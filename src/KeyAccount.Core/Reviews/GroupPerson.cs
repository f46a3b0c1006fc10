using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A person of a group who also decides for its members.</summary>
/// <param name="Group">The id of the account at which the person is known.</param>
/// <param name="Person">The person's standing. The next moves are listed at that account.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record GroupPerson(string Group, PersonReview Person)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The group and the person.</returns>
    public override string ToString() => Invariant($"GroupPerson {{ Group = {Group}, Person = {Person} }}");
}
