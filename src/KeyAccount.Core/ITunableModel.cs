namespace KeyAccount.Core;

/// <summary>A model of numbers that a settings file tunes under its id, beside scorecards and decision tables.</summary>
public interface ITunableModel : IModel
{
    /// <summary>The data half of the model, whole, as an object in JSON: what <see cref="WithSettings"/> takes.</summary>
    /// <returns>The JSON, indented.</returns>
    string SettingsJson();

    /// <summary>The same model with other settings.</summary>
    /// <param name="json">An object as <see cref="SettingsJson"/> writes it, or any part of one; what is left out stays.</param>
    /// <returns>The tuned model; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong with them; it holds every fault with its path.</exception>
    IModel WithSettings(string json);
}
