namespace KeyAccount.Core.Terms;

/// <summary>How an open term makes a value that is added; see <see cref="OpenTerm{TSelf}"/>.</summary>
/// <typeparam name="TSelf">The term.</typeparam>
public interface IOpenTerm<out TSelf>
{
    /// <summary>Makes a value. Called by <see cref="OpenTerm{TSelf}.Add"/>, which has checked the name and given the number.</summary>
    /// <param name="name">The stable identifier.</param>
    /// <param name="value">The number, which no other value has.</param>
    /// <returns>The value.</returns>
    static abstract TSelf Create(string name, int value);
}
