namespace KeyAccount.Core.Bidding;

/// <summary>A name, a date or another statement that must read the same in every document.</summary>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record BidStatement
{
    /// <summary>The label of the statement, the same in every document: the buyer, the term of validity, …; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Label { get; init => field = Guard.NotBlank(value); }

    /// <summary>The wording in the document.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [Privacy(Privacy.PersonalNote)]
    public required string Text
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Text));
            field = value;
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => $"BidStatement {{ Label = {Label}, Text = {Text} }}";
}
