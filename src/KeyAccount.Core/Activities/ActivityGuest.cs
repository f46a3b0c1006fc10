using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>A contact of an account who was invited to an activity.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActivityGuest
{
    /// <summary>The id of the contact; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.PersonId)]
    public required string Contact { get; init => field = Guard.NotBlank(value); }

    /// <summary>The audience to which the guest belongs; null if not stated.</summary>
    public Audience? Audience { get; init; }

    /// <summary>Whether the guest came; null while that is not known.</summary>
    public bool? Attended { get; init; }

    /// <summary>The deal in which the guest takes part; null if there is none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? OpportunityId { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ActivityGuest {{ Contact = {Contact}, Audience = {Audience}, Attended = {Attended}, OpportunityId = {OpportunityId} }}");
}
