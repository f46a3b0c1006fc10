namespace KeyAccount.Core.Sql;

/// <summary>A statement for an engine.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Parameters">The values of the parameters by name, as the text names them without their prefix; empty if all values are
/// literals. A value is a <see cref="double"/> or a <see cref="string"/>.</param>
/// <remarks>Immutable. Compared by reference of its parameters.</remarks>
public sealed record SqlStatement(string Text, IReadOnlyDictionary<string, object> Parameters)
{
    /// <summary>The statement.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
