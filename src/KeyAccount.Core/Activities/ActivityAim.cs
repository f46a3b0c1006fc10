using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Activities;

/// <summary>What an activity is for, and for whom.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Audience">Whom it is for.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActivityAim(ActivityPurpose Purpose, Audience Audience) : IDescribed
{
    /// <summary>What it is for.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ActivityPurpose Purpose { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Purpose, nameof(Purpose));

    /// <summary>Whom it is for.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Audience Audience { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Audience, nameof(Audience));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => $"ActivityAim {{ Purpose = {Purpose}, Audience = {Audience} }}";

    /// <inheritdoc/>
    public ListItem Describe(string language) => new DocumentWriter(language).Item("Activities.Describe.aim", Purpose, Audience);
}
