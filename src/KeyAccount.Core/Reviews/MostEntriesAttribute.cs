namespace KeyAccount.Core.Reviews;

/// <summary>How many entries a list of the account file holds at most, where that is not <see cref="Portfolio.MostEntries"/>.</summary>
/// <param name="count">How many.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MostEntriesAttribute(int count) : Attribute
{
    /// <summary>How many.</summary>
    public int Count { get; } = count;
}
