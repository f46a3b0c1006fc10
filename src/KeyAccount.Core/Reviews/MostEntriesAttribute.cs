namespace KeyAccount.Core.Reviews;

/// <summary>The maximum number of entries in a list of the account file, if it differs from <see cref="Portfolio.MostEntries"/>.</summary>
/// <param name="count">The maximum number.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MostEntriesAttribute(int count) : Attribute
{
    /// <summary>The maximum number.</summary>
    public int Count { get; } = count;
}
