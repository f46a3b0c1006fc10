namespace KeyAccount.Core;

/// <summary>A model of numbers that a settings file tunes by its id, beside scorecards and decision tables.</summary>
public interface ITunableModel : IModel
{
    /// <summary>The configurable part of the model as a complete JSON object: what <see cref="WithSettings"/> takes.</summary>
    /// <returns>The JSON, indented.</returns>
    string SettingsJson();

    /// <summary>The same model with other settings.</summary>
    /// <param name="json">An object as <see cref="SettingsJson"/> writes it, or any part of one; members left out keep their
    /// values.</param>
    /// <returns>The tuned model; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong with the settings; the exception holds every fault with its
    /// path.</exception>
    IModel WithSettings(string json);
}
