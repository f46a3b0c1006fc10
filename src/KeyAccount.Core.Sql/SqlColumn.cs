namespace KeyAccount.Core.Sql;

/// <summary>A column of a table.</summary>
/// <param name="Name">The name as the engine stores it: case-sensitive, without quotes. It is quoted when it is written.</param>
/// <param name="Type">Its type as the engine writes it, such as <c>DECIMAL(18, 2)</c>, <c>double precision</c> or
/// <c>Nullable(Float64)</c>; null if not stated; it is then taken to be that of the fact.</param>
/// <param name="IsNullable">Whether the column may hold null; null if not stated.</param>
/// <param name="Unit">In what it is counted or measured; null if not stated; it is then taken to be that of the fact.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SqlColumn(string Name, string? Type = null, bool? IsNullable = null, FactUnit? Unit = null)
{
    /// <summary>A column of which only the name is known.</summary>
    /// <param name="name">The name.</param>
    public static implicit operator SqlColumn(string name) => new(name);

    /// <summary>A column of which only the name is known.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The column.</returns>
    public static SqlColumn FromString(string name) => new(name);

    /// <summary>The kind of the type; null if not stated.</summary>
    internal SqlType? Kind => Type is null ? null : SqlType.Of(Type);

    /// <summary>Whether null may be in it: as told, or as ClickHouse says it in the type.</summary>
    internal bool? MayBeNull => IsNullable ?? Kind?.IsNullable;
}
