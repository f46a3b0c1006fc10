namespace KeyAccount.Core.Terms;

/// <summary>Creates the added values of an open term; see <see cref="OpenTerm{TSelf}"/>.</summary>
/// <typeparam name="TSelf">The term.</typeparam>
public interface IOpenTerm<out TSelf>
{
    /// <summary>Creates a value. <see cref="OpenTerm{TSelf}.Add"/> calls it after it has checked the name and assigned the
    /// number.</summary>
    /// <param name="name">The stable identifier.</param>
    /// <param name="value">The number, which no other value has.</param>
    /// <returns>The value.</returns>
    static abstract TSelf Create(string name, int value);
}
