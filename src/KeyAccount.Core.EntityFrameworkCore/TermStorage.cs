namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>How a term is stored.</summary>
public enum TermStorage
{
    /// <summary>As its stable <c>Value</c>, an integer: small, and a sort by the column is the declared order.</summary>
    Value,

    /// <summary>As its stable <c>Name</c>, a text: readable in the database; a sort by the column is alphabetical.</summary>
    Name,
}
