using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Activities;

/// <summary>The purpose and the audience of an activity.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Audience">The audience.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActivityAim(ActivityPurpose Purpose, Audience Audience) : IDescribed
{
    /// <summary>The purpose.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ActivityPurpose Purpose { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Purpose, nameof(Purpose));

    /// <summary>The audience.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Audience Audience { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Audience, nameof(Audience));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => $"ActivityAim {{ Purpose = {Purpose}, Audience = {Audience} }}";

    /// <inheritdoc/>
    public ListItem Describe(string language) => new DocumentWriter(language).Item("Activities.Describe.aim", Purpose, Audience);
}
